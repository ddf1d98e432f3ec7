/**
 * Finds the moments that arise without a word said just now, and notes what was done about them.
 */
@NullMarked
package dev.vouch.pipeline.moment;

import org.jspecify.annotations.NullMarked;
