namespace Polaris.Client.Folio.ReferenceData;

/// <summary>What the JSON settings need to know of a resource.</summary>
internal interface IReferenceDataKind
{
    /// <summary>The type of a page of it.</summary>
    Type PageType { get; }

    /// <summary>The member of a page that holds the records. It cannot be derived from the path.</summary>
    string CollectionMember { get; }
}
