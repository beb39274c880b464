using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;

namespace Refit;

/// <summary>The parameter is sent as a header; null leaves the header out.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class HeaderAttribute(string header) : Attribute
{
    /// <summary>The name of the header.</summary>
    public string Header { get; } = header;
}
