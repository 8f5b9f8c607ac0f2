const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id the API shows: base64url of the type's name and the row's UUID. Opaque to callers. */
export const toGlobalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');

/** Reads an id the API has shown; undefined where it is not one. */
export const fromGlobalId = (globalId: string): { type: string; id: string } | undefined => {
  const [type, id, ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  if (!type || !id || rest.length > 0 || !/^[A-Za-z]+$/.test(type) || !uuid.test(id)) return undefined;
  return toGlobalId(type, id) === globalId ? { type, id } : undefined;
};
