package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.Optional;

/** What rules are asked: may somebody with those claims have that service, for that project, in that format, for so long. */
record Question(Claims claims, ProjectName project, TokenFormat format, Optional<Lifetime> lifetime, Asked asked) {}
