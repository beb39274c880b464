namespace Polaris.Client.Testing;

/// <summary><c>cql.allRecords=1</c>.</summary>
internal sealed class FolioCqlAll : FolioCqlNode
{
    public override bool Matches(FolioRow row) => true;

    public override string ToString() => "cql.allRecords=1";
}
