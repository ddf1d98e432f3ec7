/**
 * The durable way in: envelopes are kept, given their effect once, tried again or put aside; and
 * the threads that work.
 */
@NullMarked
package dev.vouch.pipeline.inbox;

import org.jspecify.annotations.NullMarked;
