namespace Polaris.Client.Folio;

/// <summary>What a note of an instance is about: bibliography, dissertation, language, and so on.</summary>
public sealed class InstanceNoteType : ReferenceRecord
{
    internal static ReferenceDataKind<InstanceNoteType, IInstanceNoteTypesApi> Kind { get; } = new(
        "instance-note-types", "instanceNoteTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
