using System.CodeDom.Compiler;

namespace Refit;

/// <summary>How a collection is written into a query string.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0")]
internal enum CollectionFormat
{
    /// <summary>One value, comma separated.</summary>
    Csv = 1,

    /// <summary>One value, separated by spaces.</summary>
    Ssv,

    /// <summary>One value, separated by tabs.</summary>
    Tsv,

    /// <summary>One value, separated by vertical bars.</summary>
    Pipes,

    /// <summary>The parameter once for each item.</summary>
    Multi,
}
