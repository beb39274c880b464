using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client;

/// <summary>Reads and writes a vendor vocabulary: a number in JSON, an enum in code, open to numbers without a name.</summary>
/// <typeparam name="TEnum">An enum over <see cref="int"/>.</typeparam>
/// <remarks>
/// Any 32-bit integer passes through unchanged, named or not. A number in quotes is read as well, because the vendor's
/// samples show both forms; it is always written as a number, because Polaris cut a quoted one to its first digit. Null is read as 0,
/// the value of a property that is missing.
/// </remarks>
public sealed class OpenEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>Initializes a new instance of the <see cref="OpenEnumConverter{TEnum}"/> class.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="TEnum"/> is not an enum over <see cref="int"/>.</exception>
    public OpenEnumConverter()
    {
        if (Enum.GetUnderlyingType(typeof(TEnum)) != typeof(int))
        {
            throw new NotSupportedException(
                $"OpenEnumConverter reads 32-bit integers, but {typeof(TEnum).Name} is not an enum over int. Declare it without an underlying type.");
        }
    }

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is neither an integer of 32 bits nor such an integer in quotes.</exception>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int value = WireNumber.Read(ref reader);
        return Unsafe.As<int, TEnum>(ref value);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Unsafe.As<TEnum, int>(ref value));
}
