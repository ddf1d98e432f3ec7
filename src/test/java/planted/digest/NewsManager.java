package planted.digest;

/** A planted violation: a name that says nothing. */
final class NewsManager {}
