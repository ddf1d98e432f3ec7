/**
 * Introductions to our executives: who suits whom and why, what comes of a request, and what
 * everybody in it is told.
 */
@NullMarked
package dev.vouch.nudge.executive;

import org.jspecify.annotations.NullMarked;
