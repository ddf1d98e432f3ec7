/** What our own people see of an ask before it is sent, and of who could be asked. */
@NullMarked
package dev.vouch.slack.view.ask;

import org.jspecify.annotations.NullMarked;
