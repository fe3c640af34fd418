import { Module } from '@nestjs/common';
import { MatrixResolver } from './matrix.resolver.js';
import { MatrixService } from './matrix.service.js';
import { MatrixWritesResolver } from './matrix-writes.resolver.js';

@Module({ providers: [MatrixResolver, MatrixService, MatrixWritesResolver] })
export class MatrixModule {}
