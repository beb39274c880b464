using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;

namespace Refit;

/// <summary>The parameter is handed to the message handlers as a property of the request; it is not sent.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class PropertyAttribute : Attribute
{
    /// <summary>The property is named after the parameter.</summary>
    public PropertyAttribute()
    {
    }

    /// <summary>The property has a name of its own.</summary>
    public PropertyAttribute(string key) => Key = key;

    /// <summary>The name of the property, or null where it is named after the parameter.</summary>
    public string? Key { get; }
}
