/** The workspace itself: people, channels, messages, views, and what people do in them. */
@NullMarked
package dev.vouch.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
