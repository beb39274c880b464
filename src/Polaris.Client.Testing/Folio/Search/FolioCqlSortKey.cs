namespace Polaris.Client.Testing.Folio.Search;

internal readonly record struct FolioCqlSortKey(string Field, bool Descending, bool AsNumber);
