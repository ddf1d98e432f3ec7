/** What whoever runs Vouch can set, read from the environment and checked. */
@NullMarked
package dev.vouch.app.setting;

import org.jspecify.annotations.NullMarked;
