/** Block Kit's limits, as strict as Slack's. */
@NullMarked
package dev.vouch.sandbox.block;

import org.jspecify.annotations.NullMarked;
