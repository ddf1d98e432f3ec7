/** The nudges of a workspace and what is kept of people's attention, in Redis. */
@NullMarked
package dev.vouch.store.nudge;

import org.jspecify.annotations.NullMarked;
