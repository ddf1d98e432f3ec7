/** What people outside the company see; nothing of what our own people weigh stands here. */
@NullMarked
package dev.vouch.slack.view.outside;

import org.jspecify.annotations.NullMarked;
