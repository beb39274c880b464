namespace Polaris.Client.Folio;

/// <summary>All that tells one resource of reference data from another.</summary>
/// <param name="path">Its path, without slashes at the ends.</param>
/// <param name="collectionMember">The member of a page that holds the records. It cannot be derived from the path.</param>
/// <param name="calls">Its endpoints.</param>
internal sealed class ReferenceDataKind<TRecord, TApi>(
    string path, string collectionMember, Func<TApi, ReferenceDataCalls<TRecord>> calls)
    where TRecord : ReferenceRecord, new()
{
    public string Path => path;

    public string CollectionMember => collectionMember;

    public ReferenceDataCalls<TRecord> CallsOf(TApi api) => calls(api);
}
