/** What was written: Slack's markup decoded, emoji, tokens, clauses, and whether it is English. */
@NullMarked
package dev.vouch.classify.text;

import org.jspecify.annotations.NullMarked;
