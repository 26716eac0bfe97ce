// SPDX-License-Identifier: GPL-3.0-or-later
// Why an error happens and what to do about it, by its stable code; what happened is the job's own sentence.
// The words are those of the window (ui/errortext.cpp).

const token = 'A token holds for a limited time only, and is erased when its job ends.';

export const errorWords = {
  E_USAGE: ['', 'Check what was entered.'],
  E_INVALID_REQUEST: ['A name or an option is not allowed.', 'Rename the file or change the option, then send it again.'],
  E_NOT_FOUND: ['It may have been moved, renamed or deleted since it was added.', 'Put it back and retry, or send the job again with its new place.'],
  E_AUTH_REQUIRED: ['The bucket did not accept the token.', 'Retry with a new token.'],
  E_AUTH_EXPIRED: [token, 'Retry with a new token.'],
  E_FORBIDDEN: ['The token may not read the source or not write to the destination.', 'Ask its owner for the right, or choose another destination.'],
  E_TARGET_EXISTS: ['There is a file of that name, or another job makes it, and it may not be replaced.', 'Move it away or choose another destination, then retry.'],
  E_UNREADABLE: ['The file holds something else, whatever its name says.', 'Open it in the program that made it and export a TIFF.'],
  E_DAMAGED: ['The file is cut off or broken, often by a copy that did not finish.', 'Copy it again from where it came, then retry.'],
  E_UNSUPPORTED: ['', 'Export it as TIFF or OME-TIFF, then send that file.'],
  E_LIMIT: ['The image is larger than the limits of this server allow.', 'Export a smaller part of it, or ask for higher limits.'],
  E_MEMORY: ['Some formats can only be read as a whole.', 'Allow more memory (--memory), or export it as a tiled TIFF.'],
  E_TIMEOUT: ['The step did not end within its time limit.', 'Retry when the disk and the network are less busy.'],
  E_CRASH: ['The file is probably damaged or of an unusual kind. No other job is affected.', 'Open it in another program and export a TIFF.'],
  E_DISK_FULL: ['There is not enough free space for the archive.', 'Free some space on the server; the job goes on by itself.'],
  E_IO: ['A file could not be read or written.', 'Check the rights of its folder and that the disk is connected, then retry.'],
  E_NETWORK: ['The connection was refused or lost.', 'Check the connection, then retry.'],
  E_THROTTLED: ['The bucket asks to come back later.', 'Retry in some minutes.'],
  E_REMOTE: ['The bucket’s server has a problem of its own.', 'Retry in some minutes.'],
  E_CHECKSUM: ['What arrived is not what was sent.', 'Retry; if it happens again, check disk and network.'],
  E_QUEUE_FULL: ['As many jobs wait as are allowed.', 'Send the rest when some have finished.'],
  E_UNAVAILABLE: ['The store of jobs cannot be reached now.', 'Check the disk of the data folder; nothing that was accepted is lost.'],
  E_CONFLICT: ['', 'Wait until the job has ended.'],
  E_INTERNAL: ['This is a defect of CreateZoom.', 'Please report it with the technical details.'],
};

/** Who cancels a job knows why it ended. */
export function errorOf(job) {
  return job.error && job.error.code !== 'E_CANCELLED' ? job.error : null;
}

/** { what, why, remedy }; why may be empty. */
export function errorText(error) {
  const [why, remedy] = errorWords[error.code] || ['', 'Look at the log, then retry.'];
  const what = error.message || error.code;
  return { what: /[\p{L}\p{N})"”]$/u.test(what) ? `${what}.` : what, why, remedy };
}
