using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.ObjectLocks;

/// <summary>The two numbers by hand: most programs begin with a lock, and this is sooner there than what is generated.</summary>
internal sealed class ObjectReferenceConverter : JsonConverter<ObjectReference>
{
    public override ObjectReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object reference is a JSON object.");
        }

        var (objectType, objectId) = (0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("ObjectTypeID"u8))
            {
                objectType = ReadNumber(ref reader, "ObjectTypeID");
            }
            else if (reader.ValueTextEquals("ObjectID"u8))
            {
                objectId = ReadNumber(ref reader, "ObjectID");
            }
            else
            {
                reader.Skip();
            }
        }

        return new((ObjectType)objectType, objectId);
    }

    public override void Write(Utf8JsonWriter writer, ObjectReference value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("ObjectTypeID"u8, (int)value.ObjectType);
        writer.WriteNumber("ObjectID"u8, value.ObjectId);
        writer.WriteEndObject();
    }

    private static int ReadNumber(ref Utf8JsonReader reader, string what)
    {
        reader.Read();
        return WireNumber.Read(ref reader);
    }
}
