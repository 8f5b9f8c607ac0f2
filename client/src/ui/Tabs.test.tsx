import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Tabs } from './Tabs.tsx';

const tabsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `Room ${index + 1}`, href: `/room-${index + 1}` }));

test('a few tabs are in sight at once', () => {
  render(<Tabs label="Rooms" tabs={tabsOf(4)} here="/room-2" />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('link', { name: 'Room 2' }).getAttribute('aria-current')).toBe('page');
});

test('many are a menu that says where one is; Escape closes it and gives the focus back', () => {
  render(<Tabs label="Rooms" tabs={tabsOf(13)} here="/room-2" />);
  const button = screen.getByRole('button', { name: 'Menu: Room 2' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  const link = screen.getByRole('link', { name: 'Room 9' });
  link.focus();
  fireEvent.keyDown(link, { key: 'Escape' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(button);
});
