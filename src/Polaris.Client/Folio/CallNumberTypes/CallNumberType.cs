namespace Polaris.Client.Folio;

/// <summary>The scheme of a call number: Dewey, Library of Congress, and so on.</summary>
/// <remarks>Types with the source <c>system</c> can be neither changed nor deleted.</remarks>
public sealed class CallNumberType : ReferenceRecord
{
    internal static ReferenceDataKind<CallNumberType, ICallNumberTypesApi> Kind { get; } = new(
        "call-number-types", "callNumberTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from: <c>system</c>, <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
