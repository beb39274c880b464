namespace Polaris.Client.Tests.Folio.Queries;

/// <summary>What the parser of these tests makes of a query.</summary>
internal abstract record CqlNode
{
    /// <summary>One condition; <paramref name="Wildcards"/> has a mark at each character of the term that is a wildcard.</summary>
    internal sealed record Condition(string Field, string Relation, string Modifiers, string Term, string Wildcards) : CqlNode;

    internal sealed record Combination(string Word, CqlNode Left, CqlNode Right) : CqlNode;

    internal sealed record Sorted(CqlNode Query, string Keys) : CqlNode;
}
