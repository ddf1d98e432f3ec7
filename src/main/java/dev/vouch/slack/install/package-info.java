/** Installing Vouch in a workspace over OAuth, and forgetting the tokens when it is removed. */
@NullMarked
package dev.vouch.slack.install;

import org.jspecify.annotations.NullMarked;
