/** Views of gifts: what was decided, the register, the policy. */
@NullMarked
package dev.vouch.slack.view.gift;

import org.jspecify.annotations.NullMarked;
