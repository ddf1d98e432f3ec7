/** A Slack look-alike on loopback that newcomers and tests talk to as if it were Slack. */
@NullMarked
package dev.vouch.sandbox;

import org.jspecify.annotations.NullMarked;
