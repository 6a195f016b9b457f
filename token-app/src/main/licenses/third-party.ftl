Libraries in agora-token.jar, and their licences
================================================

Where a library names several licences, it may be used under any of them.
Texts of code that a library brings inside itself are in META-INF: FastDoubleParser-LICENSE,
FastDoubleParser-ThirdParty-LICENSE and Schubfach-LICENSE (in jackson-core), and NOTICE.

<#list dependencyMap as entry>
${entry.key.groupId}:${entry.key.artifactId}:${entry.key.version}
    <#list entry.value as license>${license}<#sep>, </#list>
    ${entry.key.url!""}
</#list>

Apache-2.0
==========

<#include "Apache-2.0.txt" parse=false>

EPL-2.0
=======

<#include "EPL-2.0.txt" parse=false>

MIT (SLF4J)
===========

<#include "MIT.txt" parse=false>

MIT (Lettuce)
=============

<#include "Lettuce.txt" parse=false>

MIT-0 (Reactive Streams)
========================

The MIT licence without the condition that copies include its text.

MPL-2.0 (H2 MVStore)
====================

<#include "MPL-2.0.txt" parse=false>

BSD-2-Clause, CC0-1.0 (HdrHistogram)
====================================

<#include "HdrHistogram.txt" parse=false>
