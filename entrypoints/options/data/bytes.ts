/** A number of bytes as a person reads it, in the units disks are sold by: `840 kB`, `61 MB`, `1.2 GB`. */
export function bytesName(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  if (bytes < 999_500_000) return `${Math.round(bytes / 1_000_000)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
