/** What managers see: the digest, the calendar that says when it is due, and its chart. */
@NullMarked
package dev.vouch.digest;

import org.jspecify.annotations.NullMarked;
