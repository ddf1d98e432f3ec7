/** The digest, and what our own people see in numbers. */
@NullMarked
package dev.vouch.slack.view.figure;

import org.jspecify.annotations.NullMarked;
