/** The ways from Slack to the app: Socket Mode or signed HTTP, with Slack's retries. */
@NullMarked
package dev.vouch.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
