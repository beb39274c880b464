using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Polaris.Client.Http;

/// <summary>The body of a successful response, in memory.</summary>
internal sealed class ReceivedBody : ByteArrayContent
{
    /// <param name="bytes">The body, decompressed.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="original">The content as received, whose headers are kept.</param>
    public ReceivedBody(byte[] bytes, HttpStatusCode status, HttpContent? original)
        : base(bytes)
    {
        Bytes = bytes;
        Status = status;
        if (original is null)
        {
            return;
        }

#if NETFRAMEWORK
        foreach (var header in original.Headers)
#else
        foreach (var header in original.Headers.NonValidated)
#endif
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    public byte[] Bytes { get; }

    public HttpStatusCode Status { get; }

    /// <summary>Returns the body as text, at most <see cref="ApiFailure.MaxBodyLength"/> characters; null if it is empty.</summary>
    public string? CappedText() => Bytes.Length == 0 ? null : Encoding.UTF8.GetString(Bytes, 0, Math.Min(Bytes.Length, ApiFailure.MaxBodyLength));

    /// <summary>Leaves the length of an empty body open: Refit would return null for length 0, without asking the serializer.</summary>
    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return length > 0;
    }
}

/// <summary>The body of an error response after it was read once.</summary>
internal sealed class KeptBody : ByteArrayContent
{
    public KeptBody(string text, string? mediaType)
        : base(Encoding.UTF8.GetBytes(text))
    {
        Text = text;
        Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
    }

    public string Text { get; }
}

/// <summary>A response cannot be accepted; outer handlers turn it into a public exception.</summary>
/// <param name="message">The problem, as the end of a sentence that starts with the response.</param>
/// <param name="status">The status of the response.</param>
internal sealed class UnacceptableResponseException(string message, HttpStatusCode status) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
}
