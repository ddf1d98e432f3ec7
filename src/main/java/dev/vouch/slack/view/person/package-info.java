/** What our own people see of a person or an account, and why they are rated as they are. */
@NullMarked
package dev.vouch.slack.view.person;

import org.jspecify.annotations.NullMarked;
