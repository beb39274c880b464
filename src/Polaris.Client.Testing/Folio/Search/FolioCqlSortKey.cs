namespace Polaris.Client.Testing;

internal readonly record struct FolioCqlSortKey(string Field, bool Descending, bool AsNumber);
