using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;

namespace Refit;

/// <summary>Sends a HEAD request.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HeadAttribute(string path) : HttpMethodAttribute(path)
{
    /// <inheritdoc />
    public override HttpMethod Method => HttpMethod.Head;
}
