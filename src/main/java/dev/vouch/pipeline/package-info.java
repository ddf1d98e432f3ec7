/**
 * From an event to its effect: what all parts of that way share in a workspace, and what is due.
 */
@NullMarked
package dev.vouch.pipeline;

import org.jspecify.annotations.NullMarked;
