using System.Text.Json.Serialization;

namespace Polaris.Client.ObjectLocks;

/// <summary>Names one object that can be locked.</summary>
/// <param name="ObjectType">The kind of the object.</param>
/// <param name="ObjectId">The primary id of the object among its kind.</param>
[JsonConverter(typeof(ObjectReferenceConverter))]
public sealed record ObjectReference(ObjectType ObjectType, int ObjectId);
