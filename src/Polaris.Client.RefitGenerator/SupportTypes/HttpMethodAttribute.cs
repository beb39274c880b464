using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;

namespace Refit;

/// <summary>The verb and the route of an endpoint.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Method)]
internal abstract class HttpMethodAttribute(string path) : Attribute
{
    /// <summary>The verb.</summary>
    public abstract HttpMethod Method { get; }

    /// <summary>The route, beginning with a slash, relative to the base address of the HttpClient.</summary>
    public string Path { get; } = path;
}
