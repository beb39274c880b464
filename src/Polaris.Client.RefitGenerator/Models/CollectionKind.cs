namespace Polaris.Client.RefitGenerator.Models;

/// <summary>How a collection is written into a query; the values are those of Refit's CollectionFormat.</summary>
internal enum CollectionKind
{
    None = 0,
    Csv = 1,
    Ssv = 2,
    Tsv = 3,
    Pipes = 4,
    Multi = 5,
}
