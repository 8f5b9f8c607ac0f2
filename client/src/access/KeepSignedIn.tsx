import { Checkboxes } from '../ui/Choices.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** Whether a device is kept signed in, and what it is called. */
export interface Device {
  kept: boolean;
  name: string;
}

export const otherDevice: Device = { kept: false, name: 'My device' };

/** The device's name where it is to be kept signed in. */
export const deviceName = ({ kept, name }: Device): string | null => (kept ? name.trim() || otherDevice.name : null);

/** Asks whether this is the person's own device. Only returners stay signed in; staff are signed out after 30 minutes. */
export const KeepSignedIn = ({ device, onChange }: { device: Device; onChange: (device: Device) => void }) => (
  <>
    <Checkboxes
      id="keep"
      name="keep"
      label="This device"
      legendSize="s"
      choices={[
        {
          value: 'keep',
          label: 'Keep me signed in here for 30 days',
          hint: 'Only on your own phone or computer. Staff are always signed out after 30 minutes without a click.',
        },
      ]}
      values={device.kept ? ['keep'] : []}
      onChange={(values) => onChange({ ...device, kept: values.length > 0 })}
    />
    {device.kept ? (
      <TextInput
        id="deviceName"
        label="Name of this device"
        hint="So that you know it again, for example “my phone”"
        value={device.name}
        maxLength={60}
        onChange={(event) => onChange({ ...device, name: event.target.value })}
      />
    ) : null}
  </>
);
