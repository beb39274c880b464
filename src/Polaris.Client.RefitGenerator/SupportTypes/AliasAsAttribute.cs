using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;

namespace Refit;

/// <summary>The name on the wire of a route or query parameter.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class AliasAsAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}
