/** The App Home of our own people, and what the workspace has set. */
@NullMarked
package dev.vouch.slack.view.home;

import org.jspecify.annotations.NullMarked;
