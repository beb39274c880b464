using Polaris.Client.Testing.Folio.Records;

namespace Polaris.Client.Testing.Folio.Search;

/// <summary><c>cql.allRecords=1</c>.</summary>
internal sealed class FolioCqlAll : FolioCqlNode
{
    public override bool Matches(FolioRow row) => true;
}
