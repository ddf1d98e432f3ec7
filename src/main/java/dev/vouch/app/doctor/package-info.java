/** Examines an installation and its dead letters, and says what to do about each fault. */
@NullMarked
package dev.vouch.app.doctor;

import org.jspecify.annotations.NullMarked;
