namespace Polaris.Client.Folio;

/// <summary>The relationship of one instance to another, such as bound-with or part of a series.</summary>
[FolioResource("instance-relationship-types", "instanceRelationshipTypes")]
public sealed class InstanceRelationshipType : ReferenceRecord;
