using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;

namespace Refit;

/// <summary>The parameter is sent in the query string; null leaves it out.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class QueryAttribute : Attribute
{
    /// <summary>A single value.</summary>
    public QueryAttribute()
    {
    }

    /// <summary>A collection, written in the given form.</summary>
    public QueryAttribute(CollectionFormat collectionFormat) => CollectionFormat = collectionFormat;

    /// <summary>How a collection is written.</summary>
    public CollectionFormat CollectionFormat { get; set; }
}
