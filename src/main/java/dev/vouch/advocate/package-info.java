/** Who said it: contacts, advocates, their accounts and acts, and the rules that move them. */
@NullMarked
package dev.vouch.advocate;

import org.jspecify.annotations.NullMarked;
