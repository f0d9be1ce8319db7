/**
 * The time where the reader is: a citation tells when its source was looked at. Nothing that is
 * published depends on it.
 */
export function today(): Date {
  return new Date();
}
