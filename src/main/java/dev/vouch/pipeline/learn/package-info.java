/** What a workspace teaches by its corrections: kept, learnt at quiet moments, taken back. */
@NullMarked
package dev.vouch.pipeline.learn;

import org.jspecify.annotations.NullMarked;
