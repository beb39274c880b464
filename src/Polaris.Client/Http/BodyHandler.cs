using System.Buffers;
using System.Net;

namespace Polaris.Client.Http;

/// <summary>Reads the whole response, up to a limit, so that reading it is part of the attempt, its time limit and its retries.</summary>
/// <remarks>Does not use <c>LoadIntoBufferAsync</c>, which cannot be canceled before .NET 9.</remarks>
/// <param name="maxResponseBytes">The maximum size of a body, after decompression.</param>
internal sealed class BodyHandler(int maxResponseBytes) : DelegatingHandler
{
    private const int SmallBody = 16 * 1024;

    /// <summary>The largest buffer that is allocated because of a Content-Length alone, before the bytes arrive.</summary>
    private const int LargeBody = 1024 * 1024;

    private const int MaxArrayLength = 0x7FFFFFC7;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            if (ApiFailure.Is(response))
            {
                await CappedBody.PeekAsync(response, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await ReceiveAsync(response, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task ReceiveAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var original = response.Content;
        var bytes = original is null ? [] : await ReadAsync(original, response.StatusCode, cancellationToken).ConfigureAwait(false);
        response.Content = new ReceivedBody(bytes, response.StatusCode, original);
        original?.Dispose();
    }

    private async Task<byte[]> ReadAsync(HttpContent content, HttpStatusCode status, CancellationToken cancellationToken)
    {
        ThrowIfTooLarge(content.Headers.ContentLength ?? 0, status);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(content.Headers.ContentLength ?? SmallBody, LargeBody) + 1);
        try
        {
            using var stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);

            // The streams of .NET Framework, and some decompressing ones, do not observe the token while they wait.
            using var abort = cancellationToken.Register(static state => ((Stream)state!).Dispose(), stream);
            var length = 0;
            while (await ReadSomeAsync(stream, buffer, length, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                length += read;
                ThrowIfTooLarge(length, status);
                buffer = length == buffer.Length ? Grow(buffer) : buffer;
            }

            return buffer.AsSpan(0, length).ToArray();
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            // The exception of an abandoned stream differs between platforms.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void ThrowIfTooLarge(long length, HttpStatusCode status)
    {
        if (length > maxResponseBytes)
        {
            throw new UnacceptableResponseException(
                $"is larger than {maxResponseBytes} bytes, the limit that MaxResponseBytes sets. Request less at once or raise the limit", status);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(full.Length * 2L, MaxArrayLength));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

#if NETFRAMEWORK
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync();

    private static Task<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, offset, buffer.Length - offset, cancellationToken);
#else
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) =>
        content.ReadAsStreamAsync(cancellationToken);

    private static ValueTask<int> ReadSomeAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(offset), cancellationToken);
#endif
}
