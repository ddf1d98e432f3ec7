/** What our own people see of executives and of introductions to them. */
@NullMarked
package dev.vouch.slack.view.executive;

import org.jspecify.annotations.NullMarked;
