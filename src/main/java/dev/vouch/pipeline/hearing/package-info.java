/** Hears a message: whose words it holds, what they mean, and what that comes to. */
@NullMarked
package dev.vouch.pipeline.hearing;

import org.jspecify.annotations.NullMarked;
